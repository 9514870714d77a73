/** Ways to begin. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const start: Korean<typeof en.start> = {
  import: '태스크 정의 가져오기',
  open: '설계 열기',
  new: '새 설계',
  empty: '빈 설계',
  emptyHint: '빈 캔버스에서 시작해 왼쪽에서 요소를 끌어다 놓습니다.',
}
