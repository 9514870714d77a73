/** `CreateListener` and `CreateRule` of the load balancers that have target groups. */
import { choice, flag, group, item, line, list, map, oneOf, tags, text, whole } from '../fields'

const signIn = {
  SessionCookieName: text('Session cookie', 'Name of the cookie.', { default: 'AWSELBAuthSessionCookie' }),
  Scope: text('Scope', 'What is asked for.', { default: 'openid' }),
  SessionTimeout: whole('Session timeout', 'How long a sign-in lasts.', {
    unit: 'seconds',
    default: '604800',
  }),
  AuthenticationRequestExtraParams: map('Extra parameters', 'Added to the authorization request.'),
  OnUnauthenticatedRequest: choice(
    'Unauthenticated requests',
    'What becomes of them.',
    ['deny', 'allow', 'authenticate'],
    { default: 'authenticate' },
  ),
}

/** `Action`: what becomes of a request. */
const action = item({
  Type: choice('Type', 'What becomes of a request.', [
    'forward',
    'redirect',
    'fixed-response',
    'authenticate-oidc',
    'authenticate-cognito',
    'jwt-validation',
  ]),
  TargetGroupArn: text('Target group', 'Where it is forwarded to.', { control: 'reference' }),
  ForwardConfig: group('Forward', 'Several target groups, by weight.', {
    TargetGroups: list(
      'Target groups',
      'Up to five.',
      item({
        TargetGroupArn: text('Target group', 'Where a share of the requests goes.', { control: 'reference' }),
        Weight: whole('Weight', 'Its share, 0 to 999.'),
      }),
    ),
    TargetGroupStickinessConfig: group('Stickiness', 'Keeps a client with one target group.', {
      Enabled: flag('Enabled', 'Whether it does.'),
      DurationSeconds: whole('Duration', 'How long.', { unit: 'seconds' }),
    }),
  }),
  RedirectConfig: group('Redirect', 'Another address for the client.', {
    Protocol: text('Protocol', 'HTTP, HTTPS or #{protocol}.'),
    Port: text('Port', 'A port or #{port}.'),
    Host: text('Host', 'A host name or #{host}.'),
    Path: text('Path', 'A path or /#{path}.'),
    Query: text('Query', 'Without the question mark.'),
    StatusCode: choice('Status code', 'For good, or for now.', ['HTTP_301', 'HTTP_302']),
  }),
  FixedResponseConfig: group('Fixed response', 'An answer by the load balancer itself.', {
    StatusCode: text('Status code', '2XX, 4XX or 5XX.'),
    ContentType: text('Content type', 'Such as text/plain.'),
    MessageBody: text('Body', 'At most 1024 characters.'),
  }),
  AuthenticateOidcConfig: group('OpenID Connect', 'Sign-in at an identity provider.', {
    Issuer: text('Issuer', 'Address of the identity provider.'),
    AuthorizationEndpoint: text('Authorization endpoint', 'Where people sign in.'),
    TokenEndpoint: text('Token endpoint', 'Where codes become tokens.'),
    UserInfoEndpoint: text('User info endpoint', 'Where claims come from.'),
    ClientId: text('Client ID', 'Of this application.'),
    ClientSecret: text('Client secret', 'Better left to the deployment than written here.'),
    UseExistingClientSecret: flag('Existing client secret', 'Keeps the secret that the rule has.'),
    ...signIn,
  }),
  AuthenticateCognitoConfig: group('Cognito', 'Sign-in with an Amazon Cognito user pool.', {
    UserPoolArn: text('User pool', 'ARN of the user pool.'),
    UserPoolClientId: text('Client ID', 'Of this application.'),
    UserPoolDomain: text('Domain', 'Prefix or full domain of the user pool.'),
    ...signIn,
  }),
  JwtValidationConfig: group('Token validation', 'Lets only requests with a valid token through.', {
    JwksEndpoint: text('JWKS endpoint', 'Where the keys are.'),
    Issuer: text('Issuer', 'Who must have issued the token.'),
    AdditionalClaims: list(
      'Claims',
      'What else must be in it.',
      item({
        Name: text('Name', 'Name of the claim.'),
        Format: choice('Format', 'How its value is written.', [
          'single-string',
          'string-array',
          'space-separated-values',
        ]),
        Values: list('Values', 'Values that are accepted.', line),
      }),
    ),
  }),
  Order: whole('Order', 'With several actions; the last one answers.'),
})

const matching = {
  Values: list('Values', 'One of them must match.', line),
  RegexValues: list('Regular expressions', 'One of them must match.', line),
}

/** `RuleCondition`. */
const condition = item({
  Field: choice('Field', 'What is looked at.', [
    'path-pattern',
    'host-header',
    'http-header',
    'http-request-method',
    'query-string',
    'source-ip',
  ]),
  ...matching,
  PathPatternConfig: group('Path', 'Patterns such as /orders/*.', matching),
  HostHeaderConfig: group('Host', 'Names such as *.example.com.', matching),
  HttpHeaderConfig: group('Header', 'An HTTP header.', {
    HttpHeaderName: text('Name', 'Name of the header.'),
    ...matching,
  }),
  HttpRequestMethodConfig: group('Method', 'Such as GET.', { Values: matching.Values }),
  QueryStringConfig: group('Query', 'Parameters of the address.', {
    Values: list(
      'Values',
      'One of them must match.',
      item({
        Key: text('Key', 'Any, when left out.'),
        Value: text('Value', 'What it must be.'),
      }),
    ),
  }),
  SourceIpConfig: group('Source IP', 'Ranges such as 10.0.0.0/8.', {
    Values: matching.Values,
    IpAddressType: choice('IP address type', 'Of the ranges.', ['ipv4', 'ipv6']),
  }),
})

/** `CreateListener` without its load balancer, and under `Rules` the listener's `CreateRule` inputs. */
export const listener = item({
  Protocol: choice(
    'Protocol',
    'HTTP and HTTPS for an Application Load Balancer; the others for a Network one.',
    ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
    { main: true },
  ),
  Port: whole('Port', 'Port that clients use.', { main: true }),
  Certificates: list(
    'Certificates',
    'For HTTPS and TLS.',
    item({
      CertificateArn: text('Certificate', 'ARN in ACM or IAM.'),
      IsDefault: flag('Default', 'Only in what AWS answers.'),
    }),
    { main: true },
  ),
  SslPolicy: text('Security policy', 'Protocols and ciphers.', { main: true }),
  DefaultActions: list('Default actions', 'What becomes of a request that no rule matches.', action, {
    main: true,
  }),
  Rules: list(
    'Rules',
    'Looked at by priority before the default actions.',
    item({
      Priority: whole('Priority', 'The lowest number comes first.'),
      Conditions: list('Conditions', 'All of them must match.', condition),
      Actions: list('Actions', 'What becomes of the request.', action),
      Tags: tags(),
    }),
  ),
  AlpnPolicy: list(
    'ALPN policy',
    'HTTP/2 over TLS.',
    oneOf(['HTTP1Only', 'HTTP2Only', 'HTTP2Optional', 'HTTP2Preferred', 'None']),
  ),
  MutualAuthentication: group('Mutual authentication', 'Certificates of the clients.', {
    Mode: choice('Mode', 'Checked, passed on, or neither.', ['off', 'passthrough', 'verify']),
    TrustStoreArn: text('Trust store', 'ARN of the trust store.'),
    IgnoreClientCertificateExpiry: flag('Ignore expiry', 'Accepts certificates that have expired.'),
    AdvertiseTrustStoreCaNames: choice('Advertise CA names', 'Tells clients which certificates are wanted.', [
      'on',
      'off',
    ]),
  }),
  Tags: tags(),
})
