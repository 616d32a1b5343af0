import { describePythonClients, SHORTENED } from '../support/python-clients.ts';
import { DISTRIBUTED } from '../support/topologies.ts';

describePythonClients(DISTRIBUTED, SHORTENED);
