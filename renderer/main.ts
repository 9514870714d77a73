/** The page's entry. The rest is imported dynamically: a static import would run before the policy is in force. */
import './page-policy'

void import('./run')
