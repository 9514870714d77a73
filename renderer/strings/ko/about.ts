/** About this app. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const about: Korean<typeof en.about> = {
  what: 'Fairlead {{version}}: Amazon ECS 아키텍처를 그리고, AWS 문서의 규칙에 따라 검사하고, 그린 결과를 내보냅니다.',
  limits: '이 환경에서 할 수 없는 일',
  works: 'Fairlead에 포함된 다른 저작물',
  findWork: '저작물 또는 라이선스 찾기',
  licenceOf: '{{name}}의 라이선스',
  awsTerms: 'AWS 약관',
  licencesUnreadable: '라이선스를 읽을 수 없습니다. 빌드된 앱의 licences.json 파일에 있습니다.',
  legal:
    'Fairlead에는 Apache License 2.0이 적용됩니다. AWS, Amazon ECS, AWS Fargate는 Amazon.com, Inc. 또는 그 계열사의 상표이며, Fairlead는 이들과 관련이 없습니다.',
}
