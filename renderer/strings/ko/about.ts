/** About this app. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const about: Korean<typeof en.about> = {
  what: 'Fairlead {{version}}: Amazon ECS 아키텍처를 그리고, AWS 문서의 규칙에 따라 검사하고, 그린 결과를 내보냅니다.',
  limits: '이 환경에서 할 수 없는 일',
  madeWith: '사용한 소프트웨어',
  awsIcons: 'Amazon Web Services, 변경 없이 사용',
  legal:
    'Fairlead에는 Apache License 2.0이 적용됩니다. AWS, Amazon ECS, AWS Fargate는 Amazon.com, Inc. 또는 그 계열사의 상표이며, Fairlead는 이들과 관련이 없습니다.',
}
