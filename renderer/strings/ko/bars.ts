/** The top bar. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const bars: Korean<typeof en.bars> = { open: '열기', save: '저장', export: '내보내기' }
