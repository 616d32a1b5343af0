import { SETTINGS } from '@millrace/service-kit';
import { z } from 'zod';

export const WEB_UI_SETTINGS = {
  MILLRACE_WEB_DIR: z
    .string()
    .min(1)
    .default('dist/web')
    .describe('Folder of the built web UI, relative to where Millrace is started'),
  MILLRACE_NOTEBOOK_ORIGINS: SETTINGS.MILLRACE_NOTEBOOK_ORIGINS,
};
