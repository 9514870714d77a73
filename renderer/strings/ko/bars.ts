/** The top bar. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const bars: Korean<typeof en.bars> = {
  open: '열기',
  save: '저장',
  export: '내보내기',
  undo: '되돌리기: {{step}}',
  redo: '다시 실행: {{step}}',
  undone: '되돌렸습니다: {{step}}',
  redone: '다시 실행했습니다: {{step}}',
}
