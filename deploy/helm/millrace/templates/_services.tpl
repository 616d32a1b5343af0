{{/* Calls a template for each service of files/services.yaml, in the distributed mode: (dict "root" $ "template" "millrace.deployment"). */}}
{{- define "millrace.forEachService" -}}
{{- if eq .root.Values.mode "distributed" }}
{{- range $app, $facts := .root.Files.Get "files/services.yaml" | fromYaml }}
{{- $pod := include "millrace.podValues" (dict "root" $.root "values" $facts.values) | fromYaml }}
---
{{ include $.template (dict "root" $.root "app" $app "component" $app "stores" $facts.stores "ports" $facts.ports "callsOthers" $facts.callsOthers "pod" $pod) }}
{{- end }}
{{- end }}
{{- end -}}
