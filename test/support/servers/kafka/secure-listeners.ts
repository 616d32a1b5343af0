import type { TestAuthority } from '../certificates.ts';
import { joinPem } from '../certificates.ts';
import { freePort } from '../free-port.ts';

export const KAFKA_USER = 'millrace';
export const KAFKA_PASSWORD = 'only for this test';

/** Listeners with TLS beside the plain one; the broker's certificate is for the name `kafka.test` only. */
export interface SecureListeners {
  /** `host:port`: TLS, and a user signs in by PLAIN or SCRAM. */
  readonly saslBroker: string;
  /** `host:port`: TLS, and the client shows a certificate. */
  readonly mutualBroker: string;
  /** For `startKafka`. */
  readonly listeners: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly scramUsers: readonly string[];
}

/** Settings of a broker that listens with TLS as well; its files go to `folder`. */
export async function secureListeners(authority: TestAuthority, folder: string): Promise<SecureListeners> {
  const [saslBroker, mutualBroker] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
  const store = joinPem(await authority.issue('DNS:kafka.test'), `${folder}/broker.pem`);
  const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';
  const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule';
  return {
    saslBroker,
    mutualBroker,
    listeners: [`SASL_SSL://${saslBroker}`, `SSL://${mutualBroker}`],
    settings: {
      'inter.broker.listener.name': 'PLAINTEXT',
      'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
      'listener.name.sasl_ssl.plain.sasl.jaas.config': `${plain} required user_${KAFKA_USER}="${KAFKA_PASSWORD}";`,
      'listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config': `${scram} required;`,
      'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': `${scram} required;`,
      'listener.name.ssl.ssl.client.auth': 'required',
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': store,
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': authority.ca,
    },
    scramUsers: ['SCRAM-SHA-256', 'SCRAM-SHA-512'].map(
      (mechanism) => `${mechanism}=[name=${KAFKA_USER},password=${KAFKA_PASSWORD}]`,
    ),
  };
}
