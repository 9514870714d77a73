/**
 * Imported first by the preload script: zod compiles its checks with `new Function` where it can, and probes for it when
 * the first schema is made. The page's policy forbids that, and would report each probe.
 */
import { config } from 'zod'

config({ jitless: true })
