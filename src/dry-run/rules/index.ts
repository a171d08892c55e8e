// The rules in the order in which their findings are best fixed.
import type { Rule } from '../rule.ts';
import { apiId } from './api-id.ts';
import { connectRefused } from './connect-refused.ts';
import { connectRoute } from './connect-route.ts';
import { contentBinaryTemplate } from './content-binary-template.ts';
import { contentBinaryText } from './content-binary-text.ts';
import { disconnectRoute } from './disconnect-route.ts';
import { duplicateKey } from './duplicate-key.ts';
import { expressionBareDefault } from './expression-bare-default.ts';
import { expressionJsonPath } from './expression-json-path.ts';
import { expressionMissingDollar } from './expression-missing-dollar.ts';
import { expressionNotJudged } from './expression-not-judged.ts';
import { expressionStatusOnLambda } from './expression-status-on-lambda.ts';
import { expressionSyntax } from './expression-syntax.ts';
import { expressionUnmatched } from './expression-unmatched.ts';
import { expressionVariable } from './expression-variable.ts';
import { expressionWhiteSpace } from './expression-white-space.ts';
import { httpApi } from './http-api.ts';
import { integrationId } from './integration-id.ts';
import { keyDefaultPattern } from './key-default-pattern.ts';
import { keyDoubleEscaped } from './key-double-escaped.ts';
import { keyEmptyPattern } from './key-empty-pattern.ts';
import { keyExactText } from './key-exact-text.ts';
import { keyForm } from './key-form.ts';
import { keyGlob } from './key-glob.ts';
import { keyLineBreaks } from './key-line-breaks.ts';
import { keyMatchesEmpty } from './key-matches-empty.ts';
import { keyNotJudged } from './key-not-judged.ts';
import { keyOverlap } from './key-overlap.ts';
import { keyRegex } from './key-regex.ts';
import { keyStatusOnLambda } from './key-status-on-lambda.ts';
import { keyTextOnStatus } from './key-text-on-status.ts';
import { keyUnreachable } from './key-unreachable.ts';
import { lambdaBareArn } from './lambda-bare-arn.ts';
import { lambdaErrorPassedThrough } from './lambda-error-passed-through.ts';
import { missingCredentials } from './missing-credentials.ts';
import { mockRequestTemplate } from './mock-request-template.ts';
import { noDefault } from './no-default.ts';
import { noRoute } from './no-route.ts';
import { noStage } from './no-stage.ts';
import { notChecked } from './not-checked.ts';
import { oneWayRoute } from './one-way-route.ts';
import { parameterEffect } from './parameter-effect.ts';
import { parameterHeaderName } from './parameter-header-name.ts';
import { parameterHeaderNameCharset } from './parameter-header-name-charset.ts';
import { parameterKey } from './parameter-key.ts';
import { parameterKeyRoute } from './parameter-key-route.ts';
import { parameterRemapped } from './parameter-remapped.ts';
import { parameterValue } from './parameter-value.ts';
import { parameterValueDollar } from './parameter-value-dollar.ts';
import { parameterValueInnerQuote } from './parameter-value-inner-quote.ts';
import { parameterValueLength } from './parameter-value-length.ts';
import { parameterValuePath } from './parameter-value-path.ts';
import { parameterValueQuotes } from './parameter-value-quotes.ts';
import { parameterValueRequest } from './parameter-value-request.ts';
import { parameterValueRestOnly } from './parameter-value-rest-only.ts';
import { proxyIntegration } from './proxy-integration.ts';
import { routeSelectionWithoutResponse } from './route-selection-without-response.ts';
import { serviceErrorAsSuccess } from './service-error-as-success.ts';
import { stageDeployFailed } from './stage-deploy-failed.ts';
import { stageManual } from './stage-manual.ts';
import { stageNotDeployed } from './stage-not-deployed.ts';
import { templateBackendAnswer } from './template-backend-answer.ts';
import { templateBreakingValue } from './template-breaking-value.ts';
import { templateBytes } from './template-bytes.ts';
import { templateClientMessage } from './template-client-message.ts';
import { templateContextEmpty } from './template-context-empty.ts';
import { templateCountMethod } from './template-count-method.ts';
import { templateDirective } from './template-directive.ts';
import { templateEmpty } from './template-empty.ts';
import { templateEscapeJavascript } from './template-escape-javascript.ts';
import { templateEvaluate } from './template-evaluate.ts';
import { templateForeachLimit } from './template-foreach-limit.ts';
import { templateForeign } from './template-foreign.ts';
import { templateJsonPath } from './template-json-path.ts';
import { templateJsonPathVersion } from './template-json-path-version.ts';
import { templateJsonQuoted } from './template-json-quoted.ts';
import { templateKeyDefaultEscaped } from './template-key-default-escaped.ts';
import { templateKeyUnreachable } from './template-key-unreachable.ts';
import { templateLength } from './template-length.ts';
import { templateMapPrinted } from './template-map-printed.ts';
import { templateNameRunsOn } from './template-name-runs-on.ts';
import { templateNoDefault } from './template-no-default.ts';
import { templateNotJudged } from './template-not-judged.ts';
import { templateOutputJson } from './template-output-json.ts';
import { templatePassthrough } from './template-passthrough.ts';
import { templateReference } from './template-reference.ts';
import { templateReferenceMisspelt } from './template-reference-misspelt.ts';
import { templateRender } from './template-render.ts';
import { templateResultPrinted } from './template-result-printed.ts';
import { templateStageVariable } from './template-stage-variable.ts';
import { templateSyntax } from './template-syntax.ts';
import { templateTextAsObject } from './template-text-as-object.ts';
import { templateTruthiness } from './template-truthiness.ts';
import { templateUndefinedReference } from './template-undefined-reference.ts';
import { templatesWithoutExpression } from './templates-without-expression.ts';
import { unknownApi } from './unknown-api.ts';
import { unknownIntegration } from './unknown-integration.ts';

export const rules: readonly Rule[] = [
  apiId,
  integrationId,
  unknownApi,
  httpApi,
  unknownIntegration,
  duplicateKey,
  proxyIntegration,
  keyForm,
  keyRegex,
  keyNotJudged,
  keyEmptyPattern,
  keyDefaultPattern,
  keyDoubleEscaped,
  keyGlob,
  keyLineBreaks,
  keyExactText,
  keyStatusOnLambda,
  keyTextOnStatus,
  keyMatchesEmpty,
  keyUnreachable,
  keyOverlap,
  noDefault,
  parameterKey,
  parameterKeyRoute,
  parameterHeaderName,
  parameterHeaderNameCharset,
  parameterRemapped,
  parameterValue,
  parameterValueQuotes,
  parameterValueInnerQuote,
  parameterValuePath,
  parameterValueDollar,
  parameterValueRequest,
  parameterValueRestOnly,
  parameterValueLength,
  parameterEffect,
  expressionNotJudged,
  expressionSyntax,
  expressionBareDefault,
  expressionVariable,
  expressionJsonPath,
  expressionMissingDollar,
  expressionWhiteSpace,
  expressionStatusOnLambda,
  expressionUnmatched,
  templateKeyDefaultEscaped,
  templateKeyUnreachable,
  templatesWithoutExpression,
  lambdaErrorPassedThrough,
  serviceErrorAsSuccess,
  templateNoDefault,
  contentBinaryText,
  contentBinaryTemplate,
  templateLength,
  templateBytes,
  templateSyntax,
  templateNotJudged,
  templateDirective,
  templateForeign,
  templateJsonPath,
  templateJsonPathVersion,
  templateEvaluate,
  templateUndefinedReference,
  templateReferenceMisspelt,
  templateReference,
  templateCountMethod,
  templateContextEmpty,
  templateResultPrinted,
  templateTextAsObject,
  templateNameRunsOn,
  templateClientMessage,
  templateStageVariable,
  templateMapPrinted,
  templateJsonQuoted,
  templateEscapeJavascript,
  templateTruthiness,
  templateForeachLimit,
  templateEmpty,
  templatePassthrough,
  templateRender,
  templateOutputJson,
  templateBackendAnswer,
  templateBreakingValue,
  missingCredentials,
  lambdaBareArn,
  mockRequestTemplate,
  noRoute,
  routeSelectionWithoutResponse,
  oneWayRoute,
  connectRefused,
  connectRoute,
  disconnectRoute,
  noStage,
  stageNotDeployed,
  stageManual,
  stageDeployFailed,
  notChecked,
];
