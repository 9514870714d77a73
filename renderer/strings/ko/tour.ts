/** The tour: five marks beside the real controls. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const tour: Korean<typeof en.tour> = {
  label: '둘러보기',
  count: '{{of}}단계 중 {{step}}단계',
  next: '다음',
  back: '이전',
  skip: '둘러보기 건너뛰기',
  done: '완료',
  hidden: '지금은 숨겨져 있으며, 보기 메뉴에서 표시할 수 있습니다.',
  ended: '둘러보기를 마쳤습니다. 도움말 메뉴에서 다시 볼 수 있습니다.',
  palette: {
    title: '그릴 수 있는 모든 요소',
    text: '요소를 캔버스로 끌어다 놓거나 요소에서 Enter 키를 누릅니다. “nfs”로 EFS를 찾듯이 다른 말로도 검색됩니다.',
  },
  canvas: {
    title: '캔버스',
    text: '서비스는 클러스터 안에, 클러스터는 VPC 안에 놓습니다. 두 요소를 연결하려면 요소 가장자리의 점에서 다른 요소까지 끕니다. 연결에 필요한 역할과 규칙도 함께 만들어집니다.',
  },
  inspector: {
    title: '선택한 요소의 모든 설정',
    text: 'AWS의 이름 그대로인 필드를 기본값, 한도와 함께 보여 줍니다. JSON 탭에는 태스크 정의 전체를 붙여 넣을 수 있습니다.',
  },
  problems: {
    title: '문제와 해결 방법',
    text: '변경할 때마다 바로 검사합니다. {{next}} 키로 다음 문제로 이동하고, {{fix}} 키로 해결 방법을 봅니다.',
  },
  export: {
    title: '내보내기',
    text: '“aws ecs register-task-definition”에 쓰는 태스크 정의와 PNG, SVG 그림으로 내보냅니다.',
  },
}
