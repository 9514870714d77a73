/** Lists of differences. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const differences: Korean<typeof en.differences> = {
  before: '이전:',
  after: '이후:',
  more: '외 {{count}}개',
}
