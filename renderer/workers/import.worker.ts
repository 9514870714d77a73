/**
 * Reads imported files beside the page, so that one which takes too long can be stopped. Says `ready` when it is loaded;
 * then each message names files, and each answer tells what became of them.
 */
import '../page-policy'
import type { ImportRequest } from './import-files'

// A static import would run before the policy is in force.
const { importFiles } = await import('../../shared/imports/import-files')
const { needsHclParser } = await import('../../shared/imports/terraform/recognise')
const { loadHclParser } = await import('./hcl-parser')

addEventListener('message', async ({ data: { files, options } }: MessageEvent<ImportRequest>) => {
  const parsers = files.some(needsHclParser) ? { hcl: await loadHclParser() } : {}
  postMessage(importFiles(files, { ...options, parsers }))
})
postMessage('ready')
