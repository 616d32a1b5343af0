// Loaded before standalone: stack traces name our sources. --enable-source-maps would read the maps of all packages too, at
// every start (0.3 to 0.4 s of CPU out of 2.5, measured).
import { setSourceMapsSupport } from 'node:module';

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
