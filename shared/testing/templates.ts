/** The templates that come with the app, by the name of their file; export formats are held to all of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Design, designSchema } from '../design/design'

const folder = fileURLToPath(new URL('../../assets/templates/', import.meta.url))
const ending = '.fairlead'

export const templates: Readonly<Record<string, Design>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => [
      name.slice(0, -ending.length),
      designSchema.parse(JSON.parse(readFileSync(folder + name, 'utf8'))),
    ]),
)
