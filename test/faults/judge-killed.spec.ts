import { standaloneRig } from '../support/judging-rigs.ts';
import { describeJudgeKilled } from './judge-killed.ts';

describeJudgeKilled('standalone', standaloneRig);
