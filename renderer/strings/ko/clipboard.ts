/** The clipboard. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const clipboard: Korean<typeof en.clipboard> = {
  empty: '클립보드가 비어 있습니다.',
  foreign: '클립보드에 Fairlead 요소가 없습니다.',
  copied_other: '요소 {{count}}개를 복사했습니다.',
  pictureCopied: { png: '그림으로 복사했습니다.', svg: 'SVG로 복사했습니다.' },
  refused: '클립보드에 쓸 수 없습니다.',
  refusedHint: '대신 그림을 파일로 내보내세요.',
  propertiesCopied: '설정을 복사했습니다.',
  noSharedProperties: '선택한 요소에는 복사한 설정이 없거나 이미 같은 설정이 있습니다.',
  hint: '먼저 캔버스에서 요소를 복사하세요. 태스크 정의, Compose 파일, Copilot 또는 Kubernetes 매니페스트, CloudFormation, Terraform의 텍스트도 붙여 넣을 수 있습니다.',
}
