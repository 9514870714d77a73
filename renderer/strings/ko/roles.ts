/** The role lens. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const roles: Korean<typeof en.roles> = {
  title: '역할',
  on_other: '역할 렌즈 켜짐: 역할 사용 {{count}}건.',
  off: '역할 렌즈 꺼짐.',
  none: '역할이 필요하지 않습니다',
  noneHint:
    '프라이빗 레지스트리에서 가져오거나, 로그를 쓰거나, 보안 암호를 읽거나, AWS를 호출하는 것이 없습니다.',
  does: '{{role}}: {{does}}',
  asRunBy: '{{name}}이(가) 실행할 때',
  launch: {
    EC2: 'EC2에서',
    FARGATE: 'Fargate에서',
    EXTERNAL: '외부 인스턴스에서',
    MANAGED_INSTANCES: '관리형 인스턴스에서',
  },
  state: { allowed: '허용됨:', missing: '불가능:', unsaid: '알 수 없음:' },
  noRole: '{{role}}이(가) 없습니다.',
  lacks: '역할에 없는 권한',
  unknown: '이 역할에 허용된 작업이 그림에 나와 있지 않습니다.',
  attach: '역할 연결',
  allow: '허용',
}
