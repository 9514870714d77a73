/** The clipboard. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const clipboard: Korean<typeof en.clipboard> = {
  empty: '클립보드가 비어 있습니다.',
  foreign: '클립보드에 Fairlead 요소가 없습니다.',
  hint: '먼저 캔버스에서 요소를 복사하세요. 태스크 정의는 가져오기로 엽니다.',
}
