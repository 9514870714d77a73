/** What is read out while elements are chosen with keys. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const select: Korean<typeof en.select> = { said: '{{name}}', saidIn: '{{frame}} 안의 {{name}}' }
