"""EPCIS documents in XML, written for these tests: each release's own way of saying things."""

HEADER_1_2 = """<EPCISHeader><extension><EPCISMasterData><VocabularyList>
  <Vocabulary type="urn:epcglobal:epcis:vtype:Location"><VocabularyElementList>
    <VocabularyElement id="urn:epc:id:sgln:8938505.97002.0">
      <attribute id="urn:epcglobal:cbv:mda#name">Xưởng sơn mài</attribute>
      <attribute id="urn:epcglobal:cbv:mda#address"><cbvmda:city>Tân Uyên</cbvmda:city></attribute>
      <children><id>urn:epc:id:sgln:8938505.97002.1</id></children>
    </VocabularyElement>
  </VocabularyElementList></Vocabulary>
</VocabularyList></EPCISMasterData></extension></EPCISHeader>"""

COMMISSIONED = """<ObjectEvent>
  <eventTime>2026-10-02T08:30:00.000+07:00</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>
  <baseExtension><eventID>urn:uuid:1c6d9f0e-5f39-4c1a-8f62-0c9d1f2a7b11</eventID>
    <errorDeclaration><declarationTime>2026-10-03T01:00:00.000Z</declarationTime>
      <reason>urn:epcglobal:cbv:er:incorrect_data</reason>
      <correctiveEventIDs><correctiveEventID>urn:uuid:5a3f3f0a-04bf-4d6a-9a26-11f5b0e5c001</correctiveEventID>
      </correctiveEventIDs></errorDeclaration></baseExtension>
  <epcList/><action>ADD</action><bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep>
  <disposition>urn:epcglobal:cbv:disp:active</disposition>
  <readPoint><id>urn:epc:id:sgln:8938505.97002.0</id></readPoint>
  <bizLocation><id>urn:epc:id:sgln:8938505.97002.0</id></bizLocation>
  <bizTransactionList>
    <bizTransaction type="urn:epcglobal:cbv:btt:po">urn:epcglobal:cbv:bt:8938505970028:PO-7</bizTransaction>
    <bizTransaction>urn:epcglobal:cbv:bt:8938505970028:8</bizTransaction></bizTransactionList>
  <extension>
    <quantityList><quantityElement><epcClass>urn:epc:class:lgtin:8938505.097001.LO-1</epcClass>
      <quantity>12.50</quantity><uom>KGM</uom></quantityElement></quantityList>
    <sourceList><source type="urn:epcglobal:cbv:sdt:owning_party">urn:epc:id:pgln:8938505.97003</source></sourceList>
    <ilmd><own:wood><own:species>Hevea brasiliensis</own:species><own:plot>P-1</own:plot><own:plot>P-2</own:plot>
      </own:wood></ilmd>
    <extension><other xmlns="https://later.example/">7</other></extension>
  </extension>
  <own:shift>2</own:shift>
</ObjectEvent>"""

TRANSFORMED = """<extension><TransformationEvent>
  <eventTime>2026-10-05T08:30:00.000+07:00</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>
  <inputQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:8938505.097001.LO-1</epcClass>
    <quantity>12.50</quantity><uom>KGM</uom></quantityElement></inputQuantityList>
  <outputQuantityList><quantityElement><epcClass>urn:epc:class:lgtin:8938505.097002.LO-2</epcClass>
    <quantity>40</quantity></quantityElement></outputQuantityList>
  <bizStep>https://own.example/steps/lacquering</bizStep>
</TransformationEvent></extension>"""

COUNTED = """<QuantityEvent>
  <eventTime>2026-10-06T08:30:00.000+07:00</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>
  <epcClass>urn:epc:class:lgtin:8938505.097002.LO-2</epcClass><quantity>40</quantity>
  <bizStep>urn:epcglobal:cbv:bizstep:stock_taking</bizStep>
</QuantityEvent>"""

MEASURED = """<ObjectEvent>
  <eventTime>2026-10-07T08:30:00.000+07:00</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>
  <eventID>urn:uuid:4f4d0e57-9d6a-4a55-b4b6-0f1c6a1f9d02</eventID>
  <certificationInfo>https://own.example/cert</certificationInfo>
  <epcList><epc>urn:epc:id:sscc:8938505.1000000001</epc></epcList><action>OBSERVE</action>
  <bizStep>urn:epcglobal:cbv:bizstep:sensor_reporting</bizStep>
  <persistentDisposition><set>urn:epcglobal:cbv:disp:completeness_verified</set>
    <unset>urn:epcglobal:cbv:disp:completeness_inferred</unset></persistentDisposition>
  <readPoint><id>urn:epc:id:sgln:8938505.97002.0</id></readPoint>
  <sensorElementList><sensorElement>
    <sensorMetadata time="2026-10-07T01:29:00.000Z" deviceID="urn:epc:id:giai:8938505.D1"/>
    <sensorReport type="gs1:Temperature" value="26.0" uom="CEL" own:probe="left"/>
    <sensorReport type="gs1:RelativeHumidity" minValue="11.25" maxValue="12" uom="A93"/>
    <own:room>2</own:room>
  </sensorElement></sensorElementList>
</ObjectEvent>"""


def document(*events: str, release: str = "1.2", header: str = "") -> bytes:
    """The events in an envelope of their release."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:{release[0]}" xmlns:own="https://own.example/"
  xmlns:cbvmda="urn:epcglobal:cbv:mda" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  schemaVersion="{release}" creationDate="2026-10-08T00:00:00.000Z">{header}
  <EPCISBody><EventList>{"".join(events)}</EventList></EPCISBody></epcis:EPCISDocument>""".encode()
