/** The user's settings, in `settings.json`. */
import { join } from 'node:path'
import { defaultSettings, type Settings, settingsSchema } from '../../shared/host'
import type { Files } from './files'
import { type JsonFile, jsonFile } from './json-file'

/** The settings kept in this folder. */
export function settingsFile(files: Files, folder: string): JsonFile<Settings> {
  return jsonFile(files, join(folder, 'settings.json'), settingsSchema, defaultSettings)
}
