/**
 * Electron's switches in a packaged executable, read back: node docs/tools/fuses.js <executable or Electron Framework>.
 * Exits with 1 when one differs from electron-builder.yml, or when Electron has one that is not known here.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** In Electron's own order, as they must be. */
export const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
}

/** What stands before the switches: then come their version, their number, and a character for each. */
export const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/**
 * What is wrong with the switches of an executable; a universal one of macOS has them twice.
 * @param {Uint8Array} executable
 * @returns {readonly string[]}
 */
export function wrongFuses(executable) {
  const bytes = Buffer.from(executable.buffer, executable.byteOffset, executable.byteLength)
  /** @type {string[]} */
  const wrong = []
  let found = bytes.indexOf(SENTINEL)
  if (found < 0) return ['There are no switches in it: it is not Electron.']
  for (; found >= 0; found = bytes.indexOf(SENTINEL, found + 1)) {
    const [version = 0, count = 0] = bytes.subarray(found + SENTINEL.length)
    const start = found + SENTINEL.length + 2
    const names = Object.entries(FUSES)
    if (version !== 1 || count !== names.length) {
      wrong.push(`It has ${count} switches of version ${version}; ${names.length} of version 1 are known.`)
      continue
    }
    for (const [i, [name, on]] of names.entries()) {
      const state = String.fromCharCode(bytes[start + i] ?? 0)
      if (state !== (on ? '1' : '0')) wrong.push(`${name} is “${state}”, and must be ${on ? 'on' : 'off'}.`)
    }
  }
  return wrong
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path = ''] = process.argv.slice(2)
  const wrong = wrongFuses(readFileSync(path))
  for (const line of wrong) console.error(`${path}: ${line}`)
  if (wrong.length === 0) console.log(`${path}: all ${Object.keys(FUSES).length} switches as they must be.`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
