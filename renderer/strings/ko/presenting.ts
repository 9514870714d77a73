/** Presenting: threads, changes and request paths over the whole screen, step by step. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const presenting: Korean<typeof en.presenting> = {
  title: '프레젠테이션',
  drawing: '그림',
  strip: '단계',
  choice: '보여 줄 내용',
  threadsNone: '열린 스레드',
  threads_other: '열린 스레드({{count}})',
  changes: '변경 사항',
  changesSince_other: '{{name}} 이후 변경 사항({{count}})',
  approval: '{{when}} 승인',
  now: '현재',
  path: '요청 경로',
  pathOf: '요청 경로: {{name}}',
  step: '{{count}}개 중 {{at}}번째',
  previous: '이전 단계 (←)',
  next: '다음 단계 (→)',
  fullScreen: '전체 화면',
  leave: '프레젠테이션 끝내기 (Esc)',
  became: '변경 후',
  nothing: '없음',
  moreFields_other: '그 밖에 필드 {{count}}개',
  noThreads: {
    what: '열린 스레드가 없습니다',
    mend: '그림에 고정한 스레드를 여기에서 하나씩 보여 줍니다. Esc로 나간 후 C를 누르고 요소를 가리켜 스레드를 시작하세요.',
  },
  noChanges: {
    what: '바뀐 것이 없습니다',
    mend: '설계의 의미가 비교 대상과 같습니다.',
  },
  nothingToCompare: {
    what: '아직 비교할 대상이 없습니다',
    mend: '마지막 승인 이후 또는 열려 있는 비교의 변경 사항을 보여 줍니다. Esc로 나간 후 설계를 승인하거나 검토 메뉴에서 비교를 선택하세요.',
  },
  noPath: {
    what: '들어오는 요청이 없습니다',
    mend: 'Esc로 나간 후 사용자나 로드 밸런서를 그리고 서비스와 연결하세요. 그러면 요청이 지나는 경로를 여기에서 하나씩 보여 줍니다.',
  },
}
