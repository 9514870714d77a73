/** What is read out after an edit, to those who can’t see what it did. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const announcer: Korean<typeof en.announcer> = {
  added: '{{name}}을(를) 추가했습니다.',
  addedSeveral: '요소 {{count}}개를 추가했습니다.',
  removed: '{{name}}을(를) 삭제했습니다.',
  removedSeveral: '요소 {{count}}개를 삭제했습니다.',
  moved: '{{name}}을(를) {{way}} 이동했습니다.',
  right: '오른쪽으로 {{count}}px',
  left: '왼쪽으로 {{count}}px',
  down: '아래로 {{count}}px',
  up: '위로 {{count}}px',
  arranged: '{{name}}을(를) 이동했습니다.',
  movedInto: '{{name}}을(를) {{frame}}(으)로 옮겼습니다.',
  movedOut: '{{name}}을(를) 프레임 밖으로 옮겼습니다.',
  regrouped: '요소 {{count}}개를 다른 프레임으로 옮겼습니다.',
  connected: '연결했습니다: {{line}}.',
  connectedSeveral: '연결 {{count}}개를 그렸습니다.',
  disconnected: '연결을 해제했습니다: {{line}}.',
  disconnectedSeveral: '연결 {{count}}개를 제거했습니다.',
  newProblems_other: '새 문제 {{count}}개',
  mended: '해결 {{count}}개',
}
