/** AWS keeps some names in English; people who write Korean look for them in Hangul. */
export const hangulNames: Readonly<Record<string, string>> = {
  'application-load-balancer': '애플리케이션 로드 밸런서',
  'network-load-balancer': '네트워크 로드 밸런서',
  'gateway-load-balancer': '게이트웨이 로드 밸런서',
  'classic-load-balancer': '클래식 로드 밸런서',
  'kubernetes-workload': '쿠버네티스 워크로드',
  'kubernetes-namespace': '쿠버네티스 네임스페이스',
  'kubernetes-service': '쿠버네티스 서비스',
  'kubernetes-ingress': '쿠버네티스 인그레스',
  'kubernetes-service-account': '쿠버네티스 서비스 계정',
  'kubernetes-volume-claim': '쿠버네티스 볼륨 클레임',
  'kubernetes-config-map': '쿠버네티스 컨피그맵',
  'kubernetes-autoscaler': '쿠버네티스 오토스케일러',
}
