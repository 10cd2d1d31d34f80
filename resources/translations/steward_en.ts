<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
        <source>Load %Ln rows as {source}</source>
        <translation>
            <numerusform>Load %Ln row as {source}</numerusform>
            <numerusform>Load %Ln rows as {source}</numerusform>
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
        <source>%Ln rows read = {new} new + {changed} changed + {unchanged} unchanged + {repeated} repeated</source>
        <translation>
            <numerusform>%Ln row read = {new} new + {changed} changed + {unchanged} unchanged + {repeated} repeated</numerusform>
            <numerusform>%Ln rows read = {new} new + {changed} changed + {unchanged} unchanged + {repeated} repeated</numerusform>
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
    <name>ReversePanel</name>
    <message numerus="yes">
        <source>%Ln records move</source>
        <translation>
            <numerusform>%Ln record moves</numerusform>
            <numerusform>%Ln records move</numerusform>
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
</context>
<context>
    <name>StoreCommands</name>
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
</context>
</TS>
