<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AlikePage</name>
    <message numerus="yes">
        <source>Merged %Ln clusters with one decision</source>
        <translation>
            <numerusform>Merged %Ln cluster with one decision</numerusform>
            <numerusform>Merged %Ln clusters with one decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln clusters</source>
        <translation>
            <numerusform>Merge %Ln cluster</numerusform>
            <numerusform>Merge %Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BandCard</name>
    <message numerus="yes">
        <source>%Ln clusters</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BandsPage</name>
    <message numerus="yes">
        <source>%Ln clusters merged with one decision</source>
        <translation>
            <numerusform>%Ln cluster merged with one decision</numerusform>
            <numerusform>%Ln clusters merged with one decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message numerus="yes">
        <source>Merge %Ln clusters</source>
        <translation>
            <numerusform>Merge %Ln cluster</numerusform>
            <numerusform>Merge %Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnPanel</name>
    <message numerus="yes">
        <source>%Ln different values in {filled} filled rows</source>
        <translation>
            <numerusform>%Ln different value in {filled} filled rows</numerusform>
            <numerusform>%Ln different values in {filled} filled rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message numerus="yes">
        <source>%Ln golden records</source>
        <translation>
            <numerusform>%Ln golden record</numerusform>
            <numerusform>%Ln golden records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDesk</name>
    <message numerus="yes">
        <source>%Ln rows of {source} loaded</source>
        <translation>
            <numerusform>%Ln row of {source} loaded</numerusform>
            <numerusform>%Ln rows of {source} loaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftGrid</name>
    <message numerus="yes">
        <source>and %Ln more, which the table of columns shows</source>
        <translation>
            <numerusform>and %Ln more, which the table of columns shows</numerusform>
            <numerusform>and %Ln more, which the table of columns shows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DryRunCard</name>
    <message numerus="yes">
        <source>%Ln golden values</source>
        <translation>
            <numerusform>%Ln golden value</numerusform>
            <numerusform>%Ln golden values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message numerus="yes">
        <source>%Ln exports</source>
        <translation>
            <numerusform>%Ln export</numerusform>
            <numerusform>%Ln exports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlowPicture</name>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates</source>
        <translation>
            <numerusform>%Ln duplicate</numerusform>
            <numerusform>%Ln duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>From %Ln lists to one master</source>
        <translation>
            <numerusform>From %Ln list to one master</numerusform>
            <numerusform>From %Ln lists to one master</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last match run {when}, {time} for %Ln records</source>
        <translation>
            <numerusform>Last match run {when}, {time} for %Ln record</numerusform>
            <numerusform>Last match run {when}, {time} for %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearningPage</name>
    <message numerus="yes">
        <source>Learnt. %Ln clusters wait now.</source>
        <translation>
            <numerusform>Learnt. %Ln cluster waits now.</numerusform>
            <numerusform>Learnt. %Ln clusters wait now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgotten. %Ln clusters wait now.</source>
        <translation>
            <numerusform>Forgotten. %Ln cluster waits now.</numerusform>
            <numerusform>Forgotten. %Ln clusters wait now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learn from %Ln decisions</source>
        <translation>
            <numerusform>Learn from %Ln decision</numerusform>
            <numerusform>Learn from %Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %Ln decisions</source>
        <translation>
            <numerusform>From %Ln decision</numerusform>
            <numerusform>From %Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message numerus="yes">
        <source>%Ln clusters wait for a decision</source>
        <translation>
            <numerusform>%Ln cluster waits for a decision</numerusform>
            <numerusform>%Ln clusters wait for a decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadBar</name>
    <message numerus="yes">
        <source>Read and tick %Ln doubts first</source>
        <translation>
            <numerusform>Read and tick %Ln doubt first</numerusform>
            <numerusform>Read and tick %Ln doubts first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln rows as {source}</source>
        <translation>
            <numerusform>Load %Ln row as {source}</numerusform>
            <numerusform>Load %Ln rows as {source}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln rows as {source} anyway</source>
        <translation>
            <numerusform>Load %Ln row as {source} anyway</numerusform>
            <numerusform>Load %Ln rows as {source} anyway</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln rows</source>
        <translation>
            <numerusform>Load %Ln row</numerusform>
            <numerusform>Load %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadReport</name>
    <message numerus="yes">
        <source>Look at %Ln rows held back</source>
        <translation>
            <numerusform>Look at %Ln row held back</numerusform>
            <numerusform>Look at %Ln rows held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln noteworthy cells were kept as delivered and are listed.</source>
        <translation>
            <numerusform>%Ln noteworthy cell was kept as delivered and is listed.</numerusform>
            <numerusform>%Ln noteworthy cells were kept as delivered and are listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocksPage</name>
    <message numerus="yes">
        <source>%Ln to look at again</source>
        <translation>
            <numerusform>%Ln to look at again</numerusform>
            <numerusform>%Ln to look at again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingFiles</name>
    <message numerus="yes">
        <source>%Ln columns became what the mapping says</source>
        <translation>
            <numerusform>%Ln column became what the mapping says</numerusform>
            <numerusform>%Ln columns became what the mapping says</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions written to {name}</source>
        <translation>
            <numerusform>%Ln decision written to {name}</numerusform>
            <numerusform>%Ln decisions written to {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln list</numerusform>
            <numerusform>%Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows held back</source>
        <translation>
            <numerusform>%Ln row held back</numerusform>
            <numerusform>%Ln rows held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message numerus="yes">
        <source>%Ln decided</source>
        <translation>
            <numerusform>%Ln decided</numerusform>
            <numerusform>%Ln decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows put right</source>
        <translation>
            <numerusform>%Ln row put right</numerusform>
            <numerusform>%Ln rows put right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message numerus="yes">
        <source>%Ln columns are not as in the last delivery</source>
        <translation>
            <numerusform>%Ln column is not as in the last delivery</numerusform>
            <numerusform>%Ln columns are not as in the last delivery</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known records are not in it. None of them is deleted, whatever you answer.</source>
        <translation>
            <numerusform>%Ln known record is not in it. It is not deleted, whatever you answer.</numerusform>
            <numerusform>%Ln known records are not in it. None of them is deleted, whatever you answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message numerus="yes">
        <source>Match run over %Ln records</source>
        <translation>
            <numerusform>Match run over %Ln record</numerusform>
            <numerusform>Match run over %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>%Ln earlier answers</source>
        <translation>
            <numerusform>%Ln earlier answer</numerusform>
            <numerusform>%Ln earlier answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln lists</source>
        <translation>
            <numerusform>in %Ln list</numerusform>
            <numerusform>in %Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are in them</source>
        <translation>
            <numerusform>%Ln record is in them</numerusform>
            <numerusform>%Ln records are in them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>{store} is as in {copy}, but %Ln persons erased since it was made were erased again; the store before is kept as {kept}.</source>
        <translation>
            <numerusform>{store} is as in {copy}, but %Ln person erased since it was made was erased again; the store before is kept as {kept}.</numerusform>
            <numerusform>{store} is as in {copy}, but %Ln persons erased since it was made were erased again; the store before is kept as {kept}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restrictions and withdrawn consents from after the copy were noted again.</source>
        <translation>
            <numerusform>%Ln restriction or withdrawn consent from after the copy was noted again.</numerusform>
            <numerusform>%Ln restrictions and withdrawn consents from after the copy were noted again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records that were restricted or without consent are not in the copy; note it again when their lists are loaded: {keys}</source>
        <translation>
            <numerusform>%Ln record that was restricted or without consent is not in the copy; note it again when its list is loaded: {keys}</numerusform>
            <numerusform>%Ln records that were restricted or without consent are not in the copy; note it again when their lists are loaded: {keys}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReversePanel</name>
    <message numerus="yes">
        <source>%Ln records move</source>
        <translation>
            <numerusform>%Ln record moves</numerusform>
            <numerusform>%Ln records move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters of the queue</source>
        <translation>
            <numerusform>%Ln cluster of the queue</numerusform>
            <numerusform>%Ln clusters of the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message numerus="yes">
        <source>%Ln golden values changed</source>
        <translation>
            <numerusform>%Ln golden value changed</numerusform>
            <numerusform>%Ln golden values changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save, %Ln values change</source>
        <translation>
            <numerusform>Save, %Ln value changes</numerusform>
            <numerusform>Save, %Ln values change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SprintPage</name>
    <message numerus="yes">
        <source>%Ln decisions</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wrong rows</source>
        <translation>
            <numerusform>%Ln wrong row</numerusform>
            <numerusform>%Ln wrong rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put off for later</source>
        <translation>
            <numerusform>%Ln put off for later</numerusform>
            <numerusform>%Ln put off for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more minutes</source>
        <translation>
            <numerusform>%Ln more minute</numerusform>
            <numerusform>%Ln more minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SprintWatch</name>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <extracomment>The time that is left is shown in minutes, so it is looked at seldom.</extracomment>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln list</numerusform>
            <numerusform>%Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records lead to no customer: verify the store</source>
        <translation>
            <numerusform>%Ln record leads to no customer: verify the store</numerusform>
            <numerusform>%Ln records lead to no customer: verify the store</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoreCommands</name>
    <message numerus="yes">
        <source>%Ln quick questions</source>
        <translation>
            <numerusform>%Ln quick question</numerusform>
            <numerusform>%Ln quick questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers written to {name}</source>
        <translation>
            <numerusform>%Ln customer written to {name}</numerusform>
            <numerusform>%Ln customers written to {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablesBar</name>
    <message numerus="yes">
        <source>{sheet}, %Ln rows</source>
        <translation>
            <numerusform>{sheet}, %Ln row</numerusform>
            <numerusform>{sheet}, %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden rows</source>
        <translation>
            <numerusform>%Ln hidden row</numerusform>
            <numerusform>%Ln hidden rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden columns</source>
        <translation>
            <numerusform>%Ln hidden column</numerusform>
            <numerusform>%Ln hidden columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln hidden sheets</source>
        <translation>
            <numerusform>Load %Ln hidden sheet</numerusform>
            <numerusform>Load %Ln hidden sheets</numerusform>
        </translation>
    </message>
</context>
</TS>
