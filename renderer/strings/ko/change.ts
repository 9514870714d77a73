/** The card about what a line changed. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const change: Korean<typeof en.change> = {
  title: '연결로 바뀐 내용',
  said_other: '연결로 바뀐 내용: {{title}}. 카드에 항목이 {{count}}개 더 있습니다.',
  needed: '함께 추가됨',
  offered: '있으면 좋음',
  undo: '연결 되돌리기',
  close: '닫기',
  source: 'AWS 설명서',
}
