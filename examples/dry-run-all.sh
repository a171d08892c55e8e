#!/usr/bin/env bash
# Dry-runs every *.json of a folder, each with the arguments of one create_integration_response. Creates nothing.
#   examples/dry-run-all.sh FOLDER        exits 1 when a file would not be created
# MCP_CONFIG names the file that says how to start the server; the default starts it against the sandbox.
set -uo pipefail
config=${MCP_CONFIG:-mcp.json}
folder=${1:?usage: dry-run-all.sh FOLDER}
failed=0

shopt -s nullglob
for file in "$folder"/*.json; do
  if ! arguments=$(jq -c '. + {DryRun: true}' "$file"); then
    failed=1
    continue
  fi
  if result=$(npx -y @modelcontextprotocol/inspector@2.12.0 --cli --config "$config" --server integration-response \
    --format json --quiet --method tools/call --tool-name create_integration_response --tool-args-json "$arguments"); then
    echo "ok       $file"
  else
    failed=1
    echo "refused  $file"
    # On GitHub this becomes an annotation of the file.
    jq -r --arg file "$file" '.result.structuredContent | "::error file=\($file)::\(.Summary)"' <<<"$result"
  fi
done
exit "$failed"
