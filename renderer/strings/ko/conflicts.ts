/** What a merge left open. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const conflicts: Korean<typeof en.conflicts> = {
  title: '충돌',
  lead: '양쪽이 서로 다르게 변경했습니다. 선택하기 전까지 설계에는 내 값이 있습니다.',
  bar_other: '병합에서 충돌 {{count}}개가 남았습니다.',
  settle: '해결…',
  found_other: '병합했습니다. 해결할 충돌이 {{count}}개 남았습니다.',
  left_other: '충돌 {{count}}개가 남았습니다.',
  none: '모든 충돌을 해결했습니다.',
  noneHint: '되돌리기로 하나씩 다시 열 수 있습니다.',
  all: '모두:',
  choose: '{{what}} 선택',
  ours: '내 값',
  theirs: '상대 값',
  base: '이전 값',
  current: '현재 값 그대로',
  inDesign: '현재 설계의 값',
  absent: '없음',
  close: '충돌 닫기',
  goTo: '{{name}}(으)로 이동',
  whole: '요소 전체',
  of: {
    connection: '연결 {{id}}',
    waiver: '면제 {{id}}',
    place: '위치',
    'network-place': '네트워크 보기의 위치',
    route: '연결 {{id}}의 꺾인 점',
    design: '설계',
  },
  step: '{{what}} 충돌 해결',
  stepAll: '모든 충돌 해결',
}
