import { describePythonClients } from '../support/python-clients.ts';
import { STANDALONE } from '../support/topologies.ts';

describePythonClients(STANDALONE);
