/**
 * Reads imported files beside the page, so that one which takes too long can be stopped. Says `ready` when it is loaded;
 * then each message is a list of files, and each answer what became of them.
 */
import '../page-policy'
import type { SourceFile } from '../../shared/imports/format'

// A static import would run before the policy is in force.
const { importFiles } = await import('../../shared/imports/import-files')

addEventListener('message', ({ data }: MessageEvent<readonly SourceFile[]>) => postMessage(importFiles(data)))
postMessage('ready')
