/** Frames around what is selected. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const group: Korean<typeof en.group> = { wrapIn: '감쌀 프레임' }
