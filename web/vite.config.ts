import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompressed } from './precompressed.ts';

/** `npm run dev` serves the pages itself and passes everything else on to a running standalone. */
const API = 'http://localhost:5000';
const API_PATHS = ['/api', '/ajax-api', '/gateway', '/get-artifact', '/v1', '/health', '/version'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompressed()],
  build: { outDir: '../dist/web', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { port: 5173, proxy: Object.fromEntries(API_PATHS.map((path) => [path, API])) },
});
