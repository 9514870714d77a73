/** Ways to begin. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const start: Korean<typeof en.start> = {
  title: 'ECS 아키텍처 그리기',
  lead: '그리는 동안 AWS의 규칙에 맞는지 검사합니다.',
  begin: '파일로 시작하기',
  import: '태스크 정의 가져오기',
  importHint: '파일을 여기에 놓거나 JSON을 붙여 넣어도 됩니다({{key}}).',
  open: '설계 열기',
  recent: '최근 파일',
  tour: '둘러보기 시작',
  templates: '템플릿으로 시작하기',
  new: '새 설계',
  empty: '빈 설계',
  emptyHint: '빈 캔버스에서 시작해 왼쪽에서 요소를 끌어다 놓습니다.',
  steps: {
    title: '직접 해 보기',
    progress: '첫걸음: {{of}}개 중 {{done}}개',
    done: '완료: {{step}}',
    isDone: '완료',
    all: '이것이 전부입니다. 되돌리기, 자동 정렬, 내보내기는 위쪽 막대에 있습니다.',
    close: '첫걸음 닫기',
    service: '서비스 놓기',
    serviceHint: '왼쪽에서 “{{element}}”를 캔버스로 끌어다 놓습니다.',
    connect: '앞에 로드 밸런서 두기',
    connectHint: '“{{element}}”를 옆에 놓고, 가장자리의 점에서 서비스까지 끕니다.',
    fix: '문제 해결하기',
    fixHint: '{{next}} 키로 문제를 보고, {{fix}} 키로 해결 방법을 봅니다.',
  },
}
