/**
 * Reads imported files beside the page, so that one which takes too long can be stopped. Says `ready` when it is loaded;
 * then each message names files, and each answer tells what became of them.
 */
import '../page-policy'
import type { ImportRequest } from './import-files'

// A static import would run before the policy is in force.
const { importFiles } = await import('../../shared/imports/import-files')

addEventListener('message', ({ data: { files, options } }: MessageEvent<ImportRequest>) =>
  postMessage(importFiles(files, options)),
)
postMessage('ready')
