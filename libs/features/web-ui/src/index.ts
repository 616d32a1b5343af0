export { WEB_UI_SETTINGS } from './web-ui.config.ts';
export { WebUiModule } from './web-ui.module.ts';
