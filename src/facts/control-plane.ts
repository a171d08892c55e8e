// What the control plane takes, refuses and makes live.
import { rows } from './fact.ts';
import { GUIDE, MODEL, REFERENCE, WEBSOCKET_QUOTAS } from './sources.ts';

const DEPLOYMENT = `${GUIDE}/apigateway-set-up-websocket-deployment.html`;
const DRIFT = 'https://github.com/go-to-k/cdk-real-drift';

export const controlPlane = rows({
  'path-ids': {
    statement:
      'The AWS client puts an id into the path of the URL as it stands, ".." included, so that another resource would be meant.',
    basis: 'observed',
    on: 'the AWS client',
    source: 'https://smithy.io/2.0/spec/http-bindings.html#httplabel-trait',
    more: ['https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4'],
  },
  'unknown-api': {
    statement:
      'An id of no API in the region and account is answered with NotFoundException, "Invalid API identifier specified"; a REST API is none.',
    basis: 'observed',
    source: 'https://github.com/aws/aws-sdk-js/issues/2458',
    more: ['https://github.com/aws/aws-sam-cli/issues/7030'],
  },
  'unknown-integration': {
    statement: 'An id of no integration of the API is answered with NotFoundException.',
    basis: 'documented',
    source: `${REFERENCE}/apis-apiid-integrations-integrationid.html#apis-apiid-integrations-integrationidget`,
  },
  'member-types': {
    statement: 'The members of the operation, their types and the words of ContentHandlingStrategy.',
    basis: 'documented',
    source: `${REFERENCE}/apis-apiid-integrations-integrationid-integrationresponses.html`,
    passage: 'CreateIntegrationResponseInput',
  },
  'read-permission': {
    statement: 'Reads need the permission apigateway:GET on what is read.',
    basis: 'documented',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html',
  },
  'parameter-length': {
    statement: 'A value of ResponseParameters has 1 to 512, by the name of its shape.',
    basis: 'documented',
    source: MODEL,
    passage: 'StringWithLengthBetween1And512',
  },
  'template-length': {
    statement: 'A template has 0 to 32768, by the name of its shape.',
    basis: 'documented',
    source: MODEL,
    passage: 'StringWithLengthBetween0And32K',
  },
  'template-size-quota': {
    statement:
      'The quotas say that a mapping template may have 300 KB, which contradicts the service model. Nothing resolves it.',
    basis: 'documented',
    source: WEBSOCKET_QUOTAS,
    passage: 'maximum mapping template size',
    more: [`${GUIDE}/api-gateway-known-issues.html#api-gateway-known-issues-rest-and-websocket-apis`],
  },
  'length-unit': {
    statement:
      'Whether lengths are counted in characters or in bytes is not published, and no trait of the model enforces them.',
    basis: 'inferred',
    source: MODEL,
    passage: 'the shapes have no length trait',
    assumed: 'They are counted in characters.',
  },
  'no-other-limits': {
    statement: 'No limit is published for keys, expressions, the number of templates or of responses.',
    basis: 'documented',
    source: MODEL,
    passage: 'SelectionKey, SelectionExpression, TemplateMap',
  },
  'request-rate': {
    statement: 'The control plane takes 10 requests a second of an account in a region, and bursts of 40.',
    basis: 'documented',
    source: `${GUIDE}/api-gateway-control-service-limits-table.html`,
  },
  'concurrent-modification': {
    statement:
      'Two changes of one API at a time are refused with ConflictException, "Unable to complete operation due to concurrent modification".',
    basis: 'observed',
    on: 'other operations',
    source: 'https://github.com/hashicorp/terraform-provider-aws/issues/18018',
  },
  'duplicate-name-text': {
    statement: 'A second authorizer of one name is refused with BadRequestException, "Authorizer name must be unique".',
    basis: 'observed',
    on: 'other operations',
    source: 'https://github.com/aws/aws-cdk/issues/13711',
  },
  'patch-merges': {
    statement: 'PATCH leaves omitted members as they are, and an entry of a map is removed by the empty text.',
    basis: 'observed',
    on: 'other operations',
    source: 'https://github.com/go-to-k/cdkd/pull/1163',
    date: '2026-07-22',
    more: ['https://github.com/go-to-k/cdk-real-drift/issues/806'],
  },
  'patch-expression': {
    statement: 'Leaving TemplateSelectionExpression out of an update keeps the old value; the empty text resets it.',
    basis: 'observed',
    date: '2026-07-13',
    source: `${DRIFT}/blob/992e80d293da3190c161465b20e6bc7b81e1350c/src/revert/plan.ts`,
  },
  'timeout-default': {
    statement: 'Integrations of WebSocket APIs read back a timeout of 29000 milliseconds by default.',
    basis: 'observed',
    on: 'other operations',
    source: `${DRIFT}/blob/550b1ba326f771b4c7bf4a5cf37170b3ed1b2da8/src/normalize/noise.ts`,
  },
  'deployment-snapshot': {
    statement: 'A stage serves a snapshot: every change but those of stage settings needs a new deployment.',
    basis: 'documented',
    source: DEPLOYMENT,
    passage: 'the box "Important"',
  },
  'stage-without-deployment': {
    statement: 'An API cannot be called before a deployment is associated with a stage.',
    basis: 'documented',
    source: `${DEPLOYMENT}#apigateway-create-websocket-deployment-using-awscli`,
    passage: 'not callable until associated with a stage',
  },
  'auto-deploy': {
    statement:
      'On a stage with AutoDeploy a change of an integration response is live by itself, within about 25 seconds.',
    basis: 'observed',
    source: `${REFERENCE}/apis-apiid-stages-stagename.html#apis-apiid-stages-stagename-prop-stage-autodeploy`,
    passage: 'autoDeploy; the record from AWS is not public',
  },
  'auto-deploy-failed': {
    statement: 'What a stage serves after its automatic deployment failed is not published.',
    basis: 'inferred',
    source: `${REFERENCE}/apis-apiid-stages-stagename.html#apis-apiid-stages-stagename-prop-stage-lastdeploymentstatusmessage`,
    assumed: 'It goes on serving its last good deployment.',
  },
  'stage-create-with-both': {
    statement: 'CreateStage takes a DeploymentId and AutoDeploy in one call.',
    basis: 'observed',
    source: `${REFERENCE}/apis-apiid-stages.html#apis-apiid-stagespost`,
    passage: 'the operation; the record from AWS is not public',
  },
  'stage-update-refused': {
    statement:
      'UpdateStage refuses a DeploymentId on a stage with AutoDeploy: "Deployment ID cannot be set on this stage … because AutoDeploy is enabled."',
    basis: 'observed',
    date: '2026-07-08',
    source: `${DRIFT}/issues/667`,
  },
  'deployment-depends': {
    statement:
      'In CloudFormation a deployment that depends on the routes alone can be made before the integration responses exist.',
    basis: 'inferred',
    source:
      'https://github.com/aws-samples/serverless-patterns/blob/2fbba0d54c9d0e53ee8428098f3b7a73d144e5f0/apigw-websocket-api-sns/template.yaml',
    passage: 'Deployment: DependsOn names routes only',
    assumed: 'The snapshot then lacks them.',
  },
});
