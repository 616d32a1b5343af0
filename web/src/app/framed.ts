/** Where MLflow's client looks for traces to show below the cell of a notebook: the one page that may stand in a frame of another. */
export const NOTEBOOK_PATH = '/static-files/lib/notebook-trace-renderer/index.html';

/** Whether the window is a frame of a page. */
export function isFramed(): boolean {
  return window.top !== window;
}
