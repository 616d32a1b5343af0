import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPage } from './first-page.ts';
import { precompressed } from './precompressed.ts';

/** `npm run dev` serves the pages itself and passes everything else on to a running standalone. */
const API = 'http://localhost:5000';
const API_PATHS = ['/api', '/ajax-api', '/gateway', '/get-artifact', '/v1', '/health', '/version'];

/** Few files: a browser waits longer for thirty small ones than for what is in them. */
const CHUNKS = {
  groups: [
    { name: 'first', tags: ['$initial' as const], priority: 2 },
    { name: 'icons', test: /@tabler/, minShareCount: 2, priority: 1 },
    { name: 'shared', minShareCount: 8 },
  ],
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), firstPage(), precompressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: CHUNKS } },
  },
  server: { port: 5173, proxy: Object.fromEntries(API_PATHS.map((path) => [path, API])) },
});
