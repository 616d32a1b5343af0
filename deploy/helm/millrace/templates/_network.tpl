{{/* Rules of network policies. */}}

{{/* From this release, and from networkPolicy.from, to named ports. */}}
{{- define "millrace.fromOutside" -}}
- ports:
    {{- range .ports }}
    - { port: {{ . }} }
    {{- end }}
  {{- with .root.Values.networkPolicy.from }}
  from:
    {{- toYaml . | nindent 4 }}
    - podSelector:
        matchLabels:
          {{- include "millrace.selector" (dict "root" $.root) | nindent 10 }}
  {{- end }}
{{- end -}}

{{/* To pods of this release. */}}
{{- define "millrace.toComponent" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "millrace.selector" . | nindent 10 }}
{{- end -}}

{{- define "millrace.toOutside" -}}
- ports:
    {{- range .ports }}
    - { port: {{ . }} }
    {{- end }}
{{- end -}}

{{- define "millrace.toStores" -}}
{{- range .stores }}
{{- if include "millrace.isBundled" (dict "root" $.root "store" .) }}
{{ include "millrace.toComponent" (dict "root" $.root "component" .) }}
{{- else }}
{{ include "millrace.toOutside" (dict "ports" (index $.root.Values.networkPolicy.outsidePorts .)) }}
{{- end }}
{{- end }}
{{- end -}}
