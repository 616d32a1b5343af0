import { describePythonClients, OLDEST_CLIENT } from '../support/python-clients.ts';
import { STANDALONE } from '../support/topologies.ts';

describePythonClients(STANDALONE, OLDEST_CLIENT);
