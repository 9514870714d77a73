/** The window as a whole. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const app: Korean<typeof en.app> = {
  name: 'Fairlead',
  untitled: '제목 없음',
  unsaved: '저장하지 않은 변경 사항',
}
