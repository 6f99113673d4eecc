# ${class_name}

| what | text |
|---|---|
| role | ${role} |
| goal | ${goal} |
<#if name??>
| name | ${name} |
</#if>
