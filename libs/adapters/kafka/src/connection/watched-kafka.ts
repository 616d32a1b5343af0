import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Admin, Consumer, ISocketFactory, Kafka, KafkaConfig as ClientConfig, Producer } from 'kafkajs';
import { kafkajs } from './kafkajs.ts';

/** Shorter than firewalls and balancers forget. */
const KEEP_ALIVE_MS = 10_000;

/**
 * A client that gives up connections on which a request had no answer in time, and makes new ones. kafkajs itself goes on asking
 * over them, which does not end where they were lost without a word, by a firewall or a failover.
 */
export class WatchedKafka extends kafkajs.Kafka implements Kafka {
  private readonly sockets: BrokerSockets;

  constructor(config: ClientConfig) {
    const sockets = new BrokerSockets();
    super({ ...config, socketFactory: sockets.open });
    this.sockets = sockets;
  }

  override producer(...given: Parameters<Kafka['producer']>): Producer {
    const producer = super.producer(...given);
    producer.on(producer.events.REQUEST_TIMEOUT, ({ payload }) => this.sockets.giveUp(payload.broker));
    return producer;
  }

  override consumer(...given: Parameters<Kafka['consumer']>): Consumer {
    const consumer = super.consumer(...given);
    consumer.on(consumer.events.REQUEST_TIMEOUT, ({ payload }) => this.sockets.giveUp(payload.broker));
    return consumer;
  }

  override admin(...given: Parameters<Kafka['admin']>): Admin {
    const admin = super.admin(...given);
    admin.on(admin.events.REQUEST_TIMEOUT, ({ payload }) => this.sockets.giveUp(payload.broker));
    return admin;
  }
}

/** The sockets of a client, by the broker they lead to. */
class BrokerSockets {
  private readonly byBroker = new Map<string, Set<Socket>>();

  /** As kafkajs opens them. */
  readonly open: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    const name = isIP(host) ? {} : { servername: host };
    const socket = ssl
      ? connectTls({ host, port, ...name, ...ssl }, onConnect)
      : connectPlain({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    const broker = `${host}:${port}`;
    const sockets = this.byBroker.get(broker) ?? new Set();
    this.byBroker.set(broker, sockets.add(socket));
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };

  /** What waits on them fails, and is asked again over new ones. `broker` is `host:port`. */
  giveUp(broker: string): void {
    for (const socket of this.byBroker.get(broker) ?? [])
      socket.destroy(new Error('no answer in time: the connection is given up'));
  }
}
