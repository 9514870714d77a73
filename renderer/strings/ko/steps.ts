/** Names of undo steps. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const steps: Korean<typeof en.steps> = {
  delete_other: '요소 {{count}}개 삭제',
  deletePart: '{{name}} 삭제',
  cut_other: '요소 {{count}}개 잘라내기',
  paste_other: '요소 {{count}}개 붙여넣기',
  duplicate_other: '요소 {{count}}개 복제',
  move_other: '요소 {{count}}개 이동',
  pasteProperties_other: '요소 {{count}}개에 설정 붙여넣기',
  disconnect: '{{from}}와(과) {{to}}의 연결 해제',
  rename: '이름 바꾸기',
  resize: '크기 조정',
  bend: '연결선 구부리기',
  add: '{{what}} 추가',
  wrap: '{{kind}}(으)로 감싸기',
  nudge: '화살표 키로 이동',
  lock: '잠금',
  unlock: '잠금 해제',
}
