import { Rejected } from '@millrace/domain';

const OWN_SCHEME = /^mlflow-artifacts:\/*/;

/** The folder that an `mlflow-artifacts:` address means here. Throws Rejected for files that lie somewhere else. */
export function folderOfAddress(address: string): string {
  if (OWN_SCHEME.test(address)) return address.replace(OWN_SCHEME, '').replace(/\/+$/, '');
  throw new Rejected(
    `The files at '${address}' are not kept by this server: read them there, with credentials for it.`,
  );
}
